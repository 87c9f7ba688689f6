type Letter = { subject: string; text: string };

/** The mail with somebody's invitation. It says who asks and what to do, and nothing of what goes on there. */
export function invitationMail({ organisation, link }: { organisation: string; link: string }): Letter {
  return {
    subject: `${organisation} invites you to Greenroom`,
    text: [
      `${organisation} plans its livestreams with Greenroom and invites you to join.`,
      `Open this link within seven days. It works once, and for you alone:`,
      link,
      "If you did not expect this, you need not do anything.",
      "",
    ].join("\n\n"),
  };
}
