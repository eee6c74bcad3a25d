namespace Foldstream.Generators;

/// <summary>How a value is brought into its sortable form.</summary>
internal enum FieldKeyForm
{
    /// <summary>By the runtime, as it is.</summary>
    Plain,

    /// <summary>By the runtime, as the text that <see cref="FieldKeyModel.Name"/> of it gives.</summary>
    Call,

    /// <summary>By the names of an enum, whose shape is <see cref="FieldKeyModel.Name"/>.</summary>
    Enum,

    /// <summary>By the property <see cref="FieldKeyModel.Name"/> of a wrapper.</summary>
    Wrapped,

    /// <summary>Where it is not null, by what it is then.</summary>
    Nullable,
}

/// <summary>How a value is brought into its sortable form.</summary>
/// <param name="Form">By what.</param>
/// <param name="Name">What the form needs to know; null where it needs nothing.</param>
/// <param name="Inner">What is done with the value inside; null where there is none.</param>
internal sealed record FieldKeyModel(FieldKeyForm Form, string? Name = null, FieldKeyModel? Inner = null);
