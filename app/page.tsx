import { templates } from "@/lib/model/templates";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/access/current-user";
import { page } from "@/lib/server/http/page";
import { inReadersMarks } from "@/lib/value/number-marks";
import { LiveComparison } from "./_components/home/live-comparison";
import { liveInputs } from "./_components/home/live-inputs";
import { SignUpLink } from "./_components/site/sign-up-link";
import { LinkButton } from "./_components/ui/link-button";
import styles from "./home.module.css";

export default page({ name: "/", requires: "nobody", title: null }, async () => {
  const user = await currentUser();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>
            What does a service cost on servers, and what on its participants’ own machines?
          </h1>
          <p className={styles.lead}>
            Own servers, the cloud, a hybrid and peer to peer, with the same service demanded of each. Change a figure;
            the answer follows.
          </p>
        </div>
        <div className={styles.door}>
          {user === null ? (
            <SignUpLink looks="button">Sign up</SignUpLink>
          ) : (
            <LinkButton href={routes.models} variant="default">
              Go to your models
            </LinkButton>
          )}
        </div>
      </div>
      <LiveComparison
        isSignedIn={user !== null}
        templates={templates.map(({ key, title, what, inputs, bases }) => ({
          key,
          title,
          what: inReadersMarks(what),
          inputs,
          bases: Object.fromEntries(liveInputs.flatMap(({ key }) => (bases[key] ? [[key, bases[key]]] : []))),
        }))}
      />
      <dl className={styles.points}>
        <div>
          <dt>Who pays</dt>
          <dd>What the organisation pays is shown beside what participants bear and what they are paid for it.</dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            The month from which one way of running the service has cost less than another, if there is one: in cash,
            and with purchases spread over their life or financed.
          </dd>
        </div>
        <div>
          <dt>What it rests on</dt>
          <dd>
            Every figure has a unit, a default and the source of that default. Where a figure is an assumption, the page
            says so. The figures can be downloaded as CSV.
          </dd>
        </div>
      </dl>
    </div>
  );
});
