import { Link } from "@/app/_components/ui/link";
import { ColorSchemeSwitch } from "@/app/_components/ui/theme/color-scheme-switch";
import { routes } from "@/lib/routes";
import { OrganisationSwitch, type OrganisationSwitchProps } from "./organisation-switch";
import styles from "./page-header.module.css";
import { SignOutButton } from "./sign-out-button";
import { SignUpLink } from "./sign-up-link";
import { UnreadNotifications } from "./unread-notifications";

interface PageHeaderProps {
  /** The signed-in person. */
  user: { name: string; unreadNotices: number } | null;
  /** Their organisations; null for a visitor. */
  organisations: OrganisationSwitchProps | null;
}

export function PageHeader({ user, organisations }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.place}>
        <Link href={user === null ? routes.home : routes.models} className={styles.name}>
          Peerbalance
        </Link>
        {organisations === null ? null : <OrganisationSwitch {...organisations} />}
      </div>
      <nav className={styles.links} aria-label="Site">
        <Link href={routes.method}>Method</Link>
        {user === null ? (
          <>
            <Link href={routes.signIn}>Sign in</Link>
            <SignUpLink looks="plain">Sign up</SignUpLink>
          </>
        ) : (
          <>
            <Link href={routes.models}>Models</Link>
            <UnreadNotifications initial={user.unreadNotices} />
          </>
        )}
        <span className={user === null ? undefined : styles.appearance}>
          <ColorSchemeSwitch />
        </span>
        {user === null ? null : (
          <>
            <Link href={routes.settings} className={styles.user} title={`Settings of ${user.name}`}>
              {user.name}
            </Link>
            <SignOutButton />
          </>
        )}
      </nav>
    </header>
  );
}
