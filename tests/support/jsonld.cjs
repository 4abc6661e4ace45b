// Reads {contexts, jobs: [{method, arguments}]} from stdin and writes what jsonld.js answers to each job; fetches nothing.
'use strict';

async function main() {
  const {contexts, jobs} = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const jsonld = require('jsonld');
  jsonld.documentLoader = async (url) => {
    if (!(url in contexts)) throw new Error(`no context is given for ${url}`);
    return {contextUrl: null, documentUrl: url, document: contexts[url]};
  };
  const answers = [];
  for (const job of jobs) answers.push(await jsonld[job.method](job.document, job.options));
  process.stdout.write(JSON.stringify(answers));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${JSON.stringify(error.details ?? {})}\n`);
  process.exit(1);
});
