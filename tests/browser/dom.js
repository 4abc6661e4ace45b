// What a browser made of a page: the script elements with an id taken out, and all the rest as one text,
// or as the SHA-256 of that where it is long.
async (id) => {
  const own = [...document.querySelectorAll('script')].filter((script) => script.id === id);
  const values = own.map((script) => {
    try {
      return JSON.stringify(JSON.parse(script.textContent));
    } catch (error) {
      return String(error);
    }
  });
  const types = own.map((script) => script.type);
  own.forEach((script) => script.remove());
  document.normalize();

  const parts = [document.compatMode, document.contentType, document.characterSet];
  const write = (node) => {
    parts.push(node.nodeType, node.nodeName, node.namespaceURI ?? '', node.nodeValue ?? '');
    if (node.nodeType === Node.DOCUMENT_TYPE_NODE) parts.push(node.publicId, node.systemId);
    for (const {namespaceURI, name, value} of node.attributes ?? []) parts.push(namespaceURI ?? '', name, value);
    if (node.localName === 'template' && node.content) node.content.childNodes.forEach(write);
    node.childNodes.forEach(write);
    parts.push('end');
  };
  write(document);
  const rest = parts.join('\u0001');
  if (rest.length < 100_000) return {values, types, rest: rest.toWellFormed()};
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rest));
  return {values, types, rest: Array.from(new Uint8Array(digest)).join('.')};
}
