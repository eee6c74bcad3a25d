using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Makes random histories; those that fail are shrunk by leaving steps out.</summary>
internal static class StoreSteps
{
    private const int Streams = 6;
    private const int LongestStream = 12;

    private static readonly Gen<int> Stream = Gen.Choose(0, Streams - 1);
    private static readonly Gen<int> Earlier = Gen.Choose(0, 1000);
    private static readonly Gen<ReadDirection> Direction = Gen.Elements(ReadDirection.Forwards, ReadDirection.Backwards);

    private static readonly Gen<Expectation> Expectations =
        from kind in Gen.Frequency((4, Gen.Constant(ExpectationKind.Fitting)), (6, Gen.Elements(Enum.GetValues<ExpectationKind>())))
        from version in Gen.Choose(0, 4)
        select new Expectation(kind, kind == ExpectationKind.Exactly ? version : 0);

    private static readonly Gen<AppendStep> Append =
        from stream in Stream
        from events in Gen.Choose(1, 3)
        from expectation in Expectations
        select new AppendStep(stream, events, expectation);

    private static readonly Gen<StoreStep> AppendToMany =
        from count in Gen.Choose(1, 3)
        from appends in Append.ArrayOf(count)
        select (StoreStep)new AppendToManyStep(appends);

    private static readonly Gen<StoreStep> Read =
        from stream in Stream
        from start in Gen.Choose(0, LongestStream)
        from end in Optional(0, LongestStream)
        from limit in Optional(1, 5)
        from direction in Direction
        select (StoreStep)new ReadStep(stream, start, end, limit, direction);

    private static readonly Gen<StoreStep> ReadLog =
        from after in Optional(0, 1000)
        from upTo in Optional(0, 1000)
        from limit in Optional(1, 9)
        from direction in Direction
        from oneTenant in Gen.Elements(true, false)
        select (StoreStep)new ReadLogStep(after, upTo, limit, direction, oneTenant);

    private static readonly Gen<StoreStep> Step = Gen.Frequency(
        (8, Append.Select(append => (StoreStep)append)),
        (3, AppendToMany),
        (2, Earlier.Select(earlier => (StoreStep)new RepeatStep(earlier))),
        (1, Earlier.Select(earlier => (StoreStep)new MixStep(earlier))),
        (1, Earlier.Zip(Stream, (earlier, stream) => (StoreStep)new MoveStep(earlier, stream))),
        (3, Read),
        (2, ReadLog));

    public static Arbitrary<StoreStep[]> Histories { get; } = Step.ToArbitrary().Array();

    /// <summary>The streams of one history: two categories and two tenants, of which none is another history's.</summary>
    public static StreamId StreamOf(int history, int number) => new(
        number % 2 == 0 ? "thing" : "other", $"stream-{number / 2}", number < Streams / 2 ? $"history-{history}" : $"history-{history}/acme");

    private static Gen<int?> Optional(int lowest, int highest) =>
        Gen.Frequency((1, Gen.Constant((int?)null)), (2, Gen.Choose(lowest, highest).Select(number => (int?)number)));
}
