import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";

export const handle = plain("Your link");

export function loader() {
  return null;
}

export default function Stopped() {
  return (
    <OwnPage around={nobodyKnown}>
      <h1>Thank you for telling us</h1>
      <p>This link does not work any more. Please delete it.</p>
      <p>Answers that nobody saved are gone. Were some saved before? A worker asks the right person.</p>
    </OwnPage>
  );
}
