/** The key of the fault with which a server action asks that the person show once more that it is them; the page then asks for that. */
export const confirmKey = "confirm";
