using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What <c>[Snapshot]</c> asks for.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Every">A snapshot with every multiple of so many events; 0 for none.</param>
/// <param name="Policy">The name of the property with the policy; null where none is named.</param>
/// <param name="InBackground">Whether it is written behind the save.</param>
internal sealed record SnapshotShape(AttributeData Attribute, int Every, string? Policy, bool InBackground)
{
    public static SnapshotShape? Of(INamedTypeSymbol type) => type.Find(KnownTypes.SnapshotAttribute) is { } attribute
        ? new(attribute, attribute.Named<int>("Every"), attribute.Named<string>("Policy"), attribute.Named<bool>("InBackground"))
        : null;

    /// <summary>Why it cannot be followed; null where it can.</summary>
    public string? FindProblem(INamedTypeSymbol type)
    {
        if (type.Find(KnownTypes.AggregateAttribute) is null && type.Find(KnownTypes.DeciderAttribute) is null)
            return $"'{type.Name}' is neither an aggregate nor a decider: mark one of these, or remove [Snapshot]";
        // An Every that is given as 0 says what is so without it.
        if (Every < 0)
            return "'Every' is negative: give a number of events, at least 1";
        if (Policy is not null && !HasPolicy(type, Policy))
            return $"'{type.Name}' has no static property '{Policy}' that gives a SnapshotPolicy: declare one, or name another";
        return type.GetMembers(StateShape.JsonClass).Any(GeneratedCode.IsWrittenByUser)
            ? $"'{type.Name}' has a member '{StateShape.JsonClass}', which is the name of a generated class: rename it"
            : null;
    }

    private static bool HasPolicy(INamedTypeSymbol type, string name) => type.GetMembers(name).Any(member =>
        member is IPropertySymbol { IsStatic: true, GetMethod: not null, Type: INamedTypeSymbol policy }
        && JsonMembers.BasesOf(policy).Prepend(policy).Any(level => MetadataNames.Of(level) == KnownTypes.SnapshotPolicy));
}
