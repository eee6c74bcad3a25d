namespace Foldstream.Generators;

/// <summary>What documents can be queried by.</summary>
/// <param name="Members">The members of a document.</param>
/// <param name="Classes">The classes for the objects inside, each once.</param>
internal sealed record FieldTreeModel(EquatableArray<FieldMemberModel> Members, EquatableArray<FieldClassModel> Classes);

/// <summary>The fields of an object.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Members">Its members.</param>
internal sealed record FieldClassModel(string Name, EquatableArray<FieldMemberModel> Members);

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="JsonName">Its name in JSON, as a literal.</param>
/// <param name="Field">What it is.</param>
internal sealed record FieldMemberModel(string Name, string JsonName, FieldModel Field);
