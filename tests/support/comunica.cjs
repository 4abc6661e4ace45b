// Serves Comunica over an N3.js store in memory as a SPARQL endpoint, http://127.0.0.1:PORT/sparql; keeps nothing on disk.
'use strict';

const http = require('node:http');
const {HttpServiceSparqlEndpoint} = require('@comunica/actor-init-query');
const {QueryEngine} = require('@comunica/query-sparql-rdfjs');
const {Store} = require('n3');

async function main(port) {
  const engine = new QueryEngine();
  const store = new Store();
  const context = {sources: [store], destination: store, unionDefaultGraph: true};
  const service = new HttpServiceSparqlEndpoint({engine, port, context});
  const types = Object.entries(await engine.getResultMediaTypes());
  const variants = types.map(([type, quality]) => ({type, quality}));
  const silent = {write: () => true};
  // its own run() listens on every interface, and forks workers, each with a store of its own
  const handle = service.handleRequest.bind(service, engine, variants, silent, process.stderr);
  const server = http.createServer((request, response) => handle(request, response).catch(() => response.destroy()));
  server.listen(port, '127.0.0.1');
}

main(Number(process.argv[2]));
