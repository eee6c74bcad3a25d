using System.Text;
using System.Text.Json;

namespace Foldstream.Json.Tests;

/// <summary>Content that was cut or damaged: read, or refused by the one exception; nothing else, ever.</summary>
public sealed class BrokenContentTests
{
    [Theory]
    [MemberData(nameof(Events.Names), MemberType = typeof(Events))]
    public void Content_that_ends_early_is_refused_wherever_it_ends(string name)
    {
        var definition = Events.Definition(name);
        var json = Sample(definition, seed: 1);

        for (var length = 0; length < json.Length; length++)
            Events.Refused(definition, json[..length]);
    }

    [Theory]
    [MemberData(nameof(Events.Names), MemberType = typeof(Events))]
    public void Damaged_content_is_read_as_the_oracle_reads_it_or_refused(string name)
    {
        var definition = Events.Definition(name);
        var random = new Random(4711);
        var samples = Enumerable.Range(0, 20).Select(seed => Sample(definition, seed)).ToArray();

        for (var left = LongRun.Times(20_000, 1_000_000) / Events.Names.Count; left >= 0; left--)
            Check(definition, Mutation.Of(samples[random.Next(samples.Length)], random));
    }

    private static byte[] Sample(EventDefinition definition, int seed) => Events.Write(new Values(new Random(seed)).Create(definition.ClrType));

    private static void AssertSame(object oracle, object ours)
    {
        // A number beyond all floats is infinite to both, an element may hold half a surrogate pair, and neither writes that.
        if (Record.Exception(() => Oracle.Write(oracle, oracle.GetType())) is not null)
            Assert.Throws<EventWriteException>(() => Events.Write(ours));
        else
            Assert.Equal(Oracle.Write(oracle, oracle.GetType()), Events.Write(ours));
    }

    private static void Check(EventDefinition definition, byte[] json)
    {
        try
        {
            var ours = Events.Read(definition, json);
            AssertSame(Oracle.Read(json, definition.ClrType), ours);
        }
        catch (EventReadException exception)
        {
            Assert.NotNull(exception.Member);
            Assert.InRange(exception.BytePosition!.Value, 0, json.Length);
        }
        catch (JsonException exception) when (exception.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            // The one thing in which we are milder: what is required and can be null is null where it is missing.
        }
        catch (Exception exception)
        {
            Assert.Fail($"{definition.Type}: {Encoding.UTF8.GetString(json)}\n{Convert.ToBase64String(json)}\n{exception}");
        }
    }
}
