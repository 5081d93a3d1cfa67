/** What a page says while the database is away, drawn in the browser or sent without any script. */
export const databaseAwayTitle = "The database cannot be reached";

export const databaseAwayWords =
  "Peerbalance is running, but its database does not answer at the moment. Nothing that was saved is lost";
