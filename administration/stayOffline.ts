/**
 * Fluent 8 takes its fonts from Microsoft's content delivery network, which the strict content security policy of an environment
 * refuses, and which nobody asked the product to speak to. An empty base address makes it register none (@fluentui/theme,
 * `registerDefaultFontFaces`). It does so while it is loaded, so this comes before it.
 */
(window as Window & { FabricConfig?: { readonly fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: '' };
