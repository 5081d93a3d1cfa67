import { databaseUrls } from "./database-urls";

// The environment of the web process, for the code under test: it knows the application's role only.
process.env.DATABASE_APP_URL = databaseUrls().applicationUrl;
process.env.APP_URL = "http://localhost:3000";
process.env.NEXTAUTH_SECRET = "only-for-tests-only-for-tests-only-for-tests";
