import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

/** A shorter text fits into one packet anyway. */
const worthCompressing = 1_400;

/** Fast rather than small: the answer is waited for, and the network inside a company is quick. */
const compressionLevel = 1;

const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/i;

/** Sends JSON text, packed where that is worth it and the caller takes it. */
export async function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  body: string,
): Promise<FastifyReply> {
  void reply.code(status);
  if (body === '') {
    return reply.send();
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  const { 'accept-encoding': acceptEncoding = '' } = request.headers;
  if (body.length < worthCompressing || !takesGzip.test(acceptEncoding)) {
    return reply.send(body);
  }
  const packed = await compress(body, { level: compressionLevel });
  return reply.header('content-encoding', 'gzip').send(packed);
}
