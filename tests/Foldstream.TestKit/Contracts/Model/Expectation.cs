namespace Foldstream.TestKit;

/// <summary>What a step expects of a stream, and whether that holds, said without the code under test.</summary>
internal sealed record Expectation(ExpectationKind Kind, int Version = 0)
{
    public bool Holds(int events) => Kind switch
    {
        ExpectationKind.Any or ExpectationKind.Fitting => true,
        ExpectationKind.NoStream => events == 0,
        ExpectationKind.Exists => events > 0,
        _ => events == Version + 1,
    };

    public ExpectedVersion For(int events) => Kind switch
    {
        ExpectationKind.Any => ExpectedVersion.Any,
        ExpectationKind.NoStream => ExpectedVersion.NoStream,
        ExpectationKind.Exists => ExpectedVersion.Exists,
        ExpectationKind.Fitting => ExpectedVersion.Exactly(StreamVersion.AfterEvents(events)),
        _ => ExpectedVersion.Exactly(Version),
    };
}

internal enum ExpectationKind
{
    Any,
    NoStream,
    Exists,
    Fitting,
    Exactly,
}
