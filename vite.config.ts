import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  css: {
    preprocessorOptions: {
      scss: { api: "modern", loadPaths: ["node_modules"], quietDeps: true },
    },
  },
  build: { sourcemap: false, chunkSizeWarningLimit: 800, assetsInlineLimit: 0 },
});
