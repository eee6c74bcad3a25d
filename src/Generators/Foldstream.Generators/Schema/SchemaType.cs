namespace Foldstream.Generators;

/// <summary>The type of a stored value: what JSON holds, whatever type holds it in code.</summary>
internal abstract record SchemaType;

/// <summary>A single value: <c>decimal</c>, <c>guid</c>, <c>dateTimeOffset</c>.</summary>
internal sealed record ScalarSchema(string Name) : SchemaType
{
    public override string ToString() => Name;
}

/// <summary>A list of values.</summary>
internal sealed record ListSchema(SchemaValue Element) : SchemaType
{
    public override string ToString() => "list";
}

/// <summary>Values by key.</summary>
internal sealed record MapSchema(SchemaType Key, SchemaValue Value) : SchemaType
{
    public override string ToString() => $"map by {Key}";
}

/// <summary>One of the types that the event's schema defines.</summary>
internal sealed record NamedSchema(string Name) : SchemaType
{
    public override string ToString() => Name;
}

/// <summary>What a converter of the user's writes: nobody else knows what that is.</summary>
internal sealed record OpaqueSchema(string Name) : SchemaType
{
    public override string ToString() => $"what the converter of {Name} writes";
}
