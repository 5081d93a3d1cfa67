/**
 * Copies a text. Over plain http, except on localhost, a browser has no `navigator.clipboard`; it may also
 * refuse it. Then the text is copied out of a field, as browsers did before there was one.
 *
 * @param beside where that field is placed for the moment: a dialog keeps the focus inside
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  if ("clipboard" in navigator) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The way below may still be allowed.
    }
  }
  return copyFromField(text, beside);
}

function copyFromField(text: string, beside: HTMLElement): boolean {
  const hadFocus = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-hidden", "true");
  field.style.position = "fixed";
  field.style.opacity = "0";
  beside.append(field);
  try {
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (hadFocus instanceof HTMLElement) hadFocus.focus({ preventScroll: true });
  }
}
