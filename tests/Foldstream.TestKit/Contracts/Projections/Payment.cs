using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>Money that goes to several purposes at once.</summary>
/// <param name="Amount">How much; <see cref="Poisoned"/> is one that every projection fails on.</param>
/// <param name="Purposes">What for; each purpose gets the whole amount.</param>
public sealed record Payment(long Amount, params string[] Purposes)
{
    public const string EventName = "payment-made";
    public const string Closing = "payments-closed";
    public const string Category = "payer";
    public const long Poisoned = -666;

    /// <summary>One that every projection fails on with an error that no store can keep as it is.</summary>
    public const long Unspeakable = -667;

    private static readonly ConcurrentDictionary<long, bool> Ill = new([new(Poisoned, true)]);
    private static long lastPoison = -1000;

    public static StreamId By(string payer, string tenant = "") => new(Category, payer, tenant);

    /// <summary>The end of a payer: his document goes.</summary>
    public static EventData Close() => new(new EventType(Closing), "{}"u8.ToArray());

    /// <summary>Content that is none of this event's.</summary>
    public static EventData Unreadable() => new(new EventType(EventName), Encoding.UTF8.GetBytes("""{"amount":"much"}"""));

    public EventData Event() => new(
        new EventType(EventName), Encoding.UTF8.GetBytes($$"""{"amount":{{Amount}},"purposes":[{{string.Join(',', Purposes.Select(purpose => $"\"{purpose}\""))}}]}"""));

    public static Payment Read(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        using var json = JsonDocument.ParseValue(ref reader);
        return new Payment(
            json.RootElement.GetProperty("amount").GetInt64(),
            [.. json.RootElement.GetProperty("purposes").EnumerateArray().Select(purpose => purpose.GetString()!)]);
    }

    /// <summary>An amount of its own that every projection fails on, until it is cured.</summary>
    public static long NewPoison()
    {
        var amount = Interlocked.Decrement(ref lastPoison);
        Ill[amount] = true;
        return amount;
    }

    /// <summary>Makes every projection fail on an amount from now on.</summary>
    public static void Sicken(long amount) => Ill[amount] = true;

    public static void Cure(long amount) => Ill.TryRemove(amount, out _);

    /// <summary>Fails as a handler does.</summary>
    public Payment Check() => Amount == Unspeakable
        ? throw new InvalidOperationException("A null \0 in an error." + new string('!', 10_000))
        : Ill.ContainsKey(Amount) ? throw new InvalidOperationException("This payment is poisoned.") : this;
}
