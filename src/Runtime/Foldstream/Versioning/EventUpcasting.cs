using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Foldstream;

/// <summary>The reading of one event of an older version; generated chains go through it, so that an error names its step.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EventUpcasting
{
    private readonly StoredEvent stored;
    private readonly EventDefinition newest;

    internal EventUpcasting(in StoredEvent stored, EventDefinition newest)
    {
        this.stored = stored;
        this.newest = newest;
    }

    /// <summary>The version that is stored.</summary>
    public readonly int StoredVersion => stored.Type.Version;

    /// <summary>The step that is being taken; null before the first.</summary>
    internal Upcaster? Step { get; private set; }

    /// <summary>Reads what is stored as an older shape.</summary>
    /// <exception cref="EventReadException">The stored content is not of this shape.</exception>
    public readonly TOlder Read<TOlder>(EventJsonConverter<TOlder> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return converter.ReadStored(stored);
    }

    /// <summary>Reads what is stored as JSON.</summary>
    /// <exception cref="EventReadException">The stored content is not a JSON object.</exception>
    public readonly JsonObject ReadObject() => UpcastContent.ReadObject(stored);

    /// <summary>Notes the step that is taken next.</summary>
    public void Begin(Upcaster step) => Step = step;

    /// <summary>Takes what a step gave.</summary>
    /// <exception cref="EventReadException">It gave nothing.</exception>
    public readonly T End<T>(T? result)
        where T : notnull => result ?? throw EventReadException.InStep(stored, Step!);

    /// <summary>Reads the JSON that a step gave as the shape of its version.</summary>
    /// <exception cref="EventReadException">It is not of this shape; the error names the step that gave it.</exception>
    public readonly TNewer End<TNewer>(JsonObject? result, EventJsonConverter<TNewer> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var content = UpcastContent.Write(End(result));
        var reader = new Utf8JsonReader(content);
        try
        {
            return converter.ReadWhole(ref reader);
        }
        catch (Exception exception)
        {
            throw EventReadException.AfterStep(stored, Step!, content, ref reader, exception);
        }
    }

    /// <summary>Turns the shape that a step gave into the JSON of its version, which the next step takes.</summary>
    /// <exception cref="EventReadException">It gave nothing.</exception>
    public readonly JsonObject EndAsObject<TNewer>(TNewer? result, EventJsonConverter<TNewer> converter)
        where TNewer : notnull
    {
        ArgumentNullException.ThrowIfNull(converter);
        return UpcastContent.ToObject(End(result), converter);
    }

    internal readonly EventReadException HasNoChain() => new(
        stored,
        $"it was stored with schema version {StoredVersion}, and type '{newest.ClrType.Name}' reads version {newest.Type.Version} only: "
        + "write a method for this version, marked with [Upcast]");

    internal readonly EventReadException IsNewer() => new(
        stored,
        $"it was stored with schema version {StoredVersion}, and type '{newest.ClrType.Name}' reads version {newest.Type.Version} and older ones: "
        + "run the version of the program that wrote it, or a newer one");
}
