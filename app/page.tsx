import { Group } from "@mantine/core";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/auth/current-user";
import { LinkButton } from "./_components/ui/link-button";
import styles from "./home.module.css";

export default async function HomePage() {
  const user = await currentUser();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>What does a service cost on servers, and what on its participants' own machines?</h1>
      <p className={styles.lead}>
        Peerbalance works it out on your figures: own servers, the cloud, a hybrid, and peer to peer, month by month
        over the years, with the same service demanded of each.
      </p>
      <Group gap="sm">
        {user === null ? (
          <>
            <LinkButton href={routes.signUp} size="md">
              Sign up
            </LinkButton>
            <LinkButton href={routes.signIn} size="md" variant="default">
              Sign in
            </LinkButton>
          </>
        ) : (
          <LinkButton href={routes.models} size="md">
            Go to your models
          </LinkButton>
        )}
      </Group>
      <dl className={styles.points}>
        <div>
          <dt>Who pays</dt>
          <dd>
            What the organisation pays stands beside what participants bear and what they are paid for it; neither is
            hidden in the other.
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            The month from which one way of running the service has cost less than another, or that it never does, in
            cash and in the two other views of what is bought.
          </dd>
        </div>
        <div>
          <dt>On what it rests</dt>
          <dd>
            Every figure has a unit, a default and the source of that default. Change any of them and the answer follows
            as you type. The figures leave as CSV.
          </dd>
        </div>
      </dl>
    </div>
  );
}
