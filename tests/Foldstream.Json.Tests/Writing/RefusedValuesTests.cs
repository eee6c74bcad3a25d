using System.Collections.Immutable;

namespace Foldstream.Json.Tests;

/// <summary>What System.Text.Json refuses to write is refused.</summary>
public sealed class RefusedValuesTests
{
    public static TheoryData<object> Refused =>
    [
        new Floats(0, double.NaN, null, null),
        new Floats(0, double.PositiveInfinity, null, null),
        new Floats(float.NegativeInfinity, 0, null, null),
        new Floats(0, 0, float.NaN, null),
        new Floats(0, 0, null, double.NaN),
        new HalfNumbers(Half.NaN, null, []),
        new HalfNumbers(Half.One, Half.PositiveInfinity, []),
        new ImmutableArrays(default, [], [], [], null),
        new ImmutableArrays([], [], [], [default], null),
    ];

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_the_oracle_refuses_is_refused_with_the_name_of_the_event(object value)
    {
        Assert.ThrowsAny<Exception>(() => Oracle.Write(value, value.GetType()));

        var exception = Assert.Throws<EventWriteException>(() => Events.Write(value));

        Assert.Equal(TestsEvents.Model.Find(value.GetType())!.Type, exception.Type);
    }

    [Fact]
    public void An_event_is_written_after_one_that_was_refused()
    {
        Assert.Throws<EventWriteException>(() => Events.Write(new Floats(1, double.NaN, 2, 3)));

        Assert.Equal("{}"u8, Events.Write(new Empty()));
    }

    public static TheoryData<object> Halves => [new Texts("a\ud800b", "\udc00", "\ud83d"), new Characters('\ud800', '\udfff')];

    [Theory]
    [MemberData(nameof(Halves), DisableDiscoveryEnumeration = true)]
    public void Half_a_surrogate_pair_is_written_as_the_oracle_writes_it(object value) =>
        Assert.Equal(Oracle.Write(value, value.GetType()), Events.Write(value));
}
