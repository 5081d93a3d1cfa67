import { NativeSelect } from "@mantine/core";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";

interface RoleSelectProps<Role extends string> {
  /** Of the person whose role it is. */
  name: string;
  role: Role;
  roles: readonly { value: Role; label: string }[];
  isDisabled: boolean;
  onChoose: (role: Role) => void;
}

/** Changes what one person may do. */
export function RoleSelect<Role extends string>({ name, role, roles, isDisabled, onChoose }: RoleSelectProps<Role>) {
  const isMounted = useIsMounted();
  return (
    <NativeSelect
      size="xs"
      // Where every row of a page has a select, its column would be narrower than the words.
      miw="max-content"
      aria-label={`Role of ${name}`}
      value={role}
      // A choice made before hydration would be reset by it.
      disabled={isDisabled || !isMounted}
      data={roles}
      onChange={(event) => {
        const chosen = roles.find(({ value }) => value === event.currentTarget.value);
        if (chosen) onChoose(chosen.value);
      }}
    />
  );
}
