import { Button, TextInput } from "@mantine/core";
import { Link } from "@/app/_components/ui/link";
import { routes } from "@/lib/routes";
import styles from "../organisation/organisation.module.css";

interface MembersSearchProps {
  search: string;
  /** Whether all members stand on one page, where nobody needs to search. */
  isShort: boolean;
}

/** Searches the members; a form as the browser sends it, so it works before the page listens. */
export function MembersSearch({ search, isShort }: MembersSearchProps) {
  if (isShort && search === "") return null;
  return (
    <search data-off-paper>
      <form className={styles.search} method="get" action={`${routes.members}#people`}>
        <TextInput
          key={search}
          type="search"
          name="search"
          aria-label="Search names and addresses"
          placeholder="Search names and addresses"
          size="xs"
          maxLength={200}
          defaultValue={search}
        />
        <Button type="submit" variant="default" size="xs">
          Search
        </Button>
        {search === "" ? null : <Link href={`${routes.members}#people`}>Show all</Link>}
      </form>
    </search>
  );
}
