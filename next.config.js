/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The scripts run the checks on their own; a build does not repeat them.
  typescript: { ignoreBuildErrors: true },
  // proxy.ts sets the headers of everything else.
  headers: async () => [
    { source: "/_next/static/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  turbopack: {
    // These ask by eval whether there are generators, which the page's policy refuses and reports. There are: take that file at once,
    // which is what Node takes, so that the browser's digits stay the server's.
    resolveAlias: {
      "@stdlib/math-base-tools-sum-series": "@stdlib/math-base-tools-sum-series/lib/generators.js",
      "@stdlib/math-base-tools-continued-fraction": "@stdlib/math-base-tools-continued-fraction/lib/generators.js",
    },
  },
};

export default config;
