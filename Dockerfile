FROM node:20.19.5-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc .puppeteerrc.cjs ./
RUN npm ci
COPY . .
RUN node bin/prepare/run-build.mjs

FROM node:20.19.5-bookworm-slim
# The distribution's browser brings the libraries that a packaged one would miss.
RUN apt-get update && apt-get install --yes --no-install-recommends chromium tini && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data CHROMIUM_PATH=/usr/bin/chromium
COPY package.json package-lock.json .npmrc .puppeteerrc.cjs ./
RUN npm ci --omit=dev
COPY --from=build /app/dist dist
COPY templates templates
COPY assets assets
COPY data data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENTRYPOINT ["tini", "--", "node", "--enable-source-maps"]
CMD ["dist/bin/web.js"]
