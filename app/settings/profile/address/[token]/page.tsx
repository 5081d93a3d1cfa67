import { Anchor } from "@mantine/core";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { routes } from "@/lib/routes";
import { findNewAddress } from "@/lib/server/auth/own-address";
import { page } from "@/lib/server/http/page";
import { changeAddressAction } from "../../actions";
import { NewAddressForm } from "./new-address-form";

export default page(
  { name: "/settings/profile/address/[token]", requires: "user", title: "New address" },
  async ({ user, params }) => {
    const { token } = params;
    const email = await findNewAddress(user, token);
    return (
      <>
        <PageTitle title="New address" />
        {email === null ? (
          <p>
            This link has been used, has expired, or belongs to another account.{" "}
            <Anchor href={routes.profile}>Profile</Anchor>
          </p>
        ) : (
          <>
            <p>
              You sign in with {email} instead of {user.email} from now on. Your other sessions end.
            </p>
            <NewAddressForm token={token} change={changeAddressAction} />
          </>
        )}
      </>
    );
  },
);
