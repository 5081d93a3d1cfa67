/**
 * An address as a browser takes it in <input type=email>: the pattern that the HTML standard publishes
 * (https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address), so that no page accepts what the server then refuses. It takes
 * r&d@example.org, a domain in its ASCII form, and a host without a dot, as there is in a company's own network.
 */
export const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** RFC 5321 allows no longer path (4.5.3.1.3), and an address stands in one between < and >. */
export const longestEmail = 254;

/**
 * The form in which an address is stored and compared: without blanks around it, in small letters, and with the domain in ASCII, as
 * browsers send it (пример.рф is xn--e1afmkfd.xn--p1ai). Mail servers that tell capitals apart before the @ are not met any more; people who
 * type their address in two ways are. What is no address stays one that the pattern refuses.
 *
 * @param {string} typed
 * @returns {string}
 */
export function normalEmail(typed) {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  // Before lower case: some letters from elsewhere become Latin ones by it.
  if (at < 1 || !isAscii(local)) return text;
  return `${local.toLowerCase()}@${asciiDomain(text.slice(at + 1))}`;
}

/** @param {string} text */
function isAscii(text) {
  return /^[\x21-\x7e]*$/.test(text);
}

/** @param {string} domain */
function asciiDomain(domain) {
  if (isAscii(domain) || domain.length > longestEmail || /[\s/?#:@\\%[\]]/.test(domain)) return domain.toLowerCase();
  // With a last label of letters, or digits of other scripts would be read as an IP address.
  const address = `http://${domain}.x`;
  return URL.canParse(address) ? new URL(address).hostname.slice(0, -2) : domain;
}
