namespace Foldstream.TestKit;

public sealed record TakeOut(long Amount);
