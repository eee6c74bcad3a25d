namespace Foldstream.TestKit;

public sealed record TallyOpened(long Amount);
