/** What stands where single inputs have not been tried yet, or cannot be. */
export const tryingEach = "Trying each uncertain input at both ends of its range…";
export const cannotTry = "This browser cannot try single inputs. Load the page again.";
