namespace Foldstream.TestKit;

public sealed record PutIn(params long[] Coins);
