namespace Foldstream;

/// <summary>One document in memory while events are applied to it.</summary>
internal sealed class DocumentSlot<T>
    where T : class, IProjection<T>
{
    private DateTimeOffset createdAt;
    private DateTimeOffset updatedAt;
    private long version;
    private GlobalPosition lastPosition;
    private StreamId? source;

    private DocumentSlot()
    {
    }

    /// <summary>The document; null where there is none, or none any more.</summary>
    public T? Document { get; private set; }

    /// <summary>Whether the store holds a document of this key.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Whether an event was applied since the store was told last.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>What is known of the document beside its content; valid while there is one.</summary>
    public DocumentMetadata Metadata => new(createdAt, updatedAt, version, lastPosition, source);

    public static DocumentSlot<T> Empty() => new();

    public static DocumentSlot<T> Of(T document, DocumentMetadata metadata) => new()
    {
        Document = document,
        IsStored = true,
        createdAt = metadata.CreatedAt,
        updatedAt = metadata.UpdatedAt,
        version = metadata.Version,
        lastPosition = metadata.LastPosition,
        source = metadata.Source,
    };

    public void Apply(DocumentKey key, ProjectedEvent item, in EventPlace place)
    {
        IsChanged = true;
        var isNew = Document is null;
        var document = Document ?? T.Create();
        Document = T.Apply(document, item.Routed, item.Context is { } context ? context with { Key = key } : null) ? document : null;
        if (isNew)
            Begin(place);
        else
            GoOn(place);
    }

    public void MarkStored()
    {
        IsStored = Document is not null;
        IsChanged = false;
    }

    private void Begin(in EventPlace place)
    {
        createdAt = updatedAt = place.RecordedAt;
        version = 1;
        lastPosition = place.Position;
        source = place.Stream;
    }

    // The same whatever the order: events of several partitions come to a document as they are read.
    private void GoOn(in EventPlace place)
    {
        createdAt = place.RecordedAt < createdAt ? place.RecordedAt : createdAt;
        updatedAt = place.RecordedAt > updatedAt ? place.RecordedAt : updatedAt;
        version++;
        lastPosition = place.Position > lastPosition ? place.Position : lastPosition;
        if (source is not null && source != place.Stream)
            source = null;
    }
}
