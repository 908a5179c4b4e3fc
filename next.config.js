/** @type {import('next').NextConfig} */
module.exports = {
  output: 'standalone',
  poweredByHeader: false,
  // The edge does (scripts/server/compressed.mjs).
  compress: false,
  outputFileTracingRoot: __dirname,
  turbopack: { root: __dirname },
  // `npm test` checks the types of everything, tests included; a start need not check them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler', 'pg', 'pg-boss'],
  // The typesetter runs in a worker of its own and reads its templates from files: no import leads to them.
  outputFileTracingIncludes: {
    '/**': ['./lib/report/typesetter.mjs', './lib/report/typst/**/*', './node_modules/@myriaddreamin/**/*'],
  },
  outputFileTracingExcludes: {
    '/**': ['./.data/**/*', './.cache/**/*', './tests/**/*', './docs/**/*', './scripts/**/*'],
  },
}
