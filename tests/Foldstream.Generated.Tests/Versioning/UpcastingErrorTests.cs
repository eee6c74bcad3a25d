using System.Text;

namespace Foldstream.Generated.Tests;

/// <summary>What cannot be taken up to the newest version is told with its address, the step and the way out.</summary>
public sealed class UpcastingErrorTests
{
    private static readonly StreamId Stream = new("order", "o1");

    [Theory]
    [InlineData("order-placed", 1, """{"name":""", "name", 1)]
    [InlineData("order-placed", 1, "[]", "", 0)]
    [InlineData("order-placed", 1, "{} {}", "", 3)]
    [InlineData("order-placed", 2, """{"customer":7}""", "customer", 12)]
    [InlineData("line-added", 1, """{"number":"x"}""", "number", 10)]
    public void Broken_content_of_an_older_version_is_told_with_its_place(string name, int version, string json, string member, long position)
    {
        var error = ErrorOf(name, version, json);

        Assert.Equal((member, position, null), (error.Member, error.BytePosition, error.Upcaster));
        Assert.Contains($"'{name}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_is_not_of_its_version_is_told_with_the_step()
    {
        var error = ErrorOf("order-placed", 1, """{"nom":"Ada"}""");

        Assert.Equal(("OrderPlaced.ToV2", "customer", null), (error.Upcaster, error.Member, error.BytePosition));
        Assert.EndsWith(
            "cannot be read: what the upcaster 'OrderPlaced.ToV2' (version 1 to 2) gave is not of version 2: member 'customer', the required member 'customer' is missing.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-placed", 1, """{"name":"Ada"}""", "OrderPlacedV3.From", "(version 2 to 3) failed with IndexOutOfRangeException")]
    [InlineData("line-added", 1, """{"number":-5}""", "LineAdded.From", "(version 1 to 2) failed with OverflowException")]
    [InlineData("order-noted", 1, """{"return":"error"}""", "OrderNoted.ToV2", "(version 1 to 2) failed with InvalidOperationException")]
    [InlineData("order-noted", 1, """{"return":"again"}""", "OrderNoted.ToV2", "(version 1 to 2) failed with NotSupportedException")]
    [InlineData("order-noted", 1, """{"return":"null"}""", "OrderNoted.ToV2", "(version 1 to 2) gave null")]
    [InlineData("order-noted", 2, """{"text":""}""", "OrderNoted.From", "(version 2 to 3) gave null")]
    public void A_step_that_fails_is_named_and_its_own_error_is_inside(string name, int version, string json, string step, string problem)
    {
        var error = ErrorOf(name, version, json);

        Assert.Equal(step, error.Upcaster);
        Assert.Contains($"the upcaster '{step}' {problem}: correct it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(problem.Contains("gave null", StringComparison.Ordinal), error.InnerException is null);
    }

    [Fact]
    public void A_newer_version_is_told_with_the_one_that_is_known()
    {
        var error = ErrorOf("order-placed", 6, "{}");

        Assert.Equal((new EventType("order-placed", 6), new StreamVersion(4), Stream), (error.Type, error.Version, error.Stream));
        Assert.EndsWith(
            "it was stored with schema version 6, and type 'OrderPlaced' reads version 5 and older ones: run the version of the program that wrote it, or a newer one.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_without_a_chain_is_told_with_the_fix()
    {
        var error = ErrorOf("version-unknown", 2, "{}");

        Assert.EndsWith("type 'VersionUnknown' reads version 3 only: write a method for this version, marked with [Upcast].", error.Message, StringComparison.Ordinal);
    }

    private static EventReadException ErrorOf(string name, int version, string json)
    {
        var recorded = new RecordedEvent
        {
            Stream = Stream,
            Version = 4,
            Position = null,
            Id = Guid.Empty,
            Type = new EventType(name, version),
            Data = Encoding.UTF8.GetBytes(json),
            OccurredAt = default,
            RecordedAt = default,
        };
        return Assert.Throws<EventReadException>(() => TestsEvents.Model.Decode(recorded));
    }
}

/// <summary>An event of whose older versions nothing is known.</summary>
[Event("version-unknown", Version = 3)]
internal sealed record VersionUnknown;
