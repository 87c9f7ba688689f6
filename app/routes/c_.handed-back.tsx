import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { paths } from "~/paths";

export const handle = plain("Handed back");

export function loader() {
  return null;
}

export default function HandedBack() {
  return (
    <OwnPage around={nobodyKnown}>
      <h1>Thank you</h1>
      <p>Give the tablet to the worker. Nobody can answer on it now.</p>
      <p>
        Do you work here? <a href={paths.signIn}>Sign in</a>
      </p>
    </OwnPage>
  );
}
