namespace Foldstream.TestKit;

public sealed record MoneyPutIn(long Amount);
