using System.Text.Json;

namespace Foldstream;

/// <summary>What the generator makes of a class marked with <see cref="ProjectionAttribute"/>; never written by hand.</summary>
/// <typeparam name="TSelf">The class itself: the document.</typeparam>
public interface IProjection<TSelf>
    where TSelf : class, IProjection<TSelf>
{
    /// <summary>Name, interest, fields and indexes.</summary>
    static abstract ProjectionDefinition Definition { get; }

    /// <summary>Identifies how documents follow from events: documents that were built under another fingerprint are stale.</summary>
    static abstract string FoldFingerprint { get; }

    /// <summary>Creates a document to which no event was applied yet.</summary>
    static abstract TSelf Create();

    /// <summary>Decodes an event once, and tells which documents it changes.</summary>
    /// <param name="stored">The stored event.</param>
    /// <param name="context">What is known beside its content; null unless <see cref="ProjectionDefinition.UsesContext"/>.</param>
    /// <param name="keys">Takes the keys. A projection with one document a stream adds the stream's.</param>
    /// <exception cref="UnknownEventException">The event is not in the set.</exception>
    static abstract RoutedEvent Route(in StoredEvent stored, EventContext? context, DocumentKeys keys);

    /// <summary>Hands a routed event to its handler.</summary>
    /// <returns>Whether the document is kept; false where the handler deletes it.</returns>
    static abstract bool Apply(TSelf document, RoutedEvent routed, EventContext? context);

    /// <summary>Writes all of a document's state, private members included.</summary>
    static abstract void Write(Utf8JsonWriter writer, TSelf document);

    /// <summary>Reads what <see cref="Write"/> wrote; the reader stands on the first token.</summary>
    static abstract TSelf Read(ref Utf8JsonReader reader);
}
