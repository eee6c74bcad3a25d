using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Foldstream.Generated.Tests;

/// <summary>What the engine does with a projection, in the small.</summary>
internal static class Projecting
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static ProjectionDefinition DefinitionOf<T>()
        where T : class, IProjection<T> => T.Definition;

    public static string FingerprintOf<T>()
        where T : class, IProjection<T> => T.FoldFingerprint;

    /// <summary>Routes an event, and tells the keys.</summary>
    public static (RoutedEvent Routed, string[] Keys) Route<T>(EventDefinition definition, object @event, string id = "a", string tenant = "")
        where T : class, IProjection<T>
    {
        var keys = new DocumentKeys();
        keys.Start(tenant);
        var stored = Stored(definition, @event, id, tenant);
        var routed = T.Route(stored, T.Definition.UsesContext ? ContextOf(stored) : null, keys);
        Assert.All(keys, key => Assert.Equal(tenant, key.Tenant));
        return (routed, [.. keys.Select(key => key.Id)]);
    }

    /// <summary>Applies an event to a document; false where it is deleted.</summary>
    public static bool Apply<T>(T document, EventDefinition definition, object @event, string id = "a")
        where T : class, IProjection<T>
    {
        var stored = Stored(definition, @event, id, "");
        var keys = new DocumentKeys();
        keys.Start("");
        var context = ContextOf(stored);
        return T.Apply(document, T.Route(stored, context, keys), T.Definition.UsesContext ? context : null);
    }

    public static T Create<T>()
        where T : class, IProjection<T> => T.Create();

    public static string Write<T>(T document)
        where T : class, IProjection<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            T.Write(writer, document);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static T Read<T>(string json)
        where T : class, IProjection<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.Read(ref reader);
    }

    private static StoredEvent Stored(EventDefinition definition, object @event, string id, string tenant) => new(
        new StreamId("cart", id, tenant), 0, null, Guid.Empty, definition.Type, definition.Encode(@event).Data.Span, Time, Time, []);

    private static EventContext ContextOf(in StoredEvent stored) => new(
        stored.Stream, stored.Version, stored.Position, stored.Id, stored.Type, stored.OccurredAt, stored.RecordedAt, stored.ReadMetadata());
}
