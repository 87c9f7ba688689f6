/** Something the person at the keyboard can put right. Shown as its message alone, without a stack. */
export class StartProblem extends Error {
  override name = "StartProblem";

  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}
