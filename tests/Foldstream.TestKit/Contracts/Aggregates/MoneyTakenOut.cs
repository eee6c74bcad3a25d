namespace Foldstream.TestKit;

public sealed record MoneyTakenOut(long Amount);
