namespace Foldstream.TestKit;

public sealed record TallyRaised(long Amount);
