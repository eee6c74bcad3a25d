namespace Foldstream.Generators;

/// <summary>A type whose state is written and read, as values.</summary>
/// <param name="Nesting">The type and where it stands.</param>
/// <param name="Kind">The part of the file's name that tells it from the type's other files.</param>
/// <param name="Type">The type in code.</param>
/// <param name="Snapshots">When snapshots are taken; null for a projection, which is no one's snapshot.</param>
/// <param name="Members">The members of a class; nothing where <paramref name="Shape"/> serves the type.</param>
/// <param name="Shape">The shape that writes and reads the type as a value; null where its members are reached one by one.</param>
/// <param name="Shapes">The types that the state holds.</param>
internal sealed record StateJsonModel(
    TypeNesting Nesting,
    string Kind,
    string Type,
    SnapshotModel? Snapshots,
    EquatableArray<StateMemberModel> Members,
    string? Shape,
    EquatableArray<ShapeModel> Shapes);
