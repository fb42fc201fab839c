import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the gateway is bundled to: one file, which runs with Node alone. */
export const gatewayBundle = join(__dirname, '../out/gateway/gateway.cjs');

/** Bundles the gateway with everything that it uses. */
export async function buildGateway(outfile = gatewayBundle): Promise<void> {
  await build({
    entryPoints: [join(__dirname, 'start.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    sourcemap: 'linked',
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

if (require.main === module) {
  void buildGateway().then(() => {
    console.log(`${gatewayBundle} (${Math.round(statSync(gatewayBundle).size / 1024)} KB)`);
  });
}
