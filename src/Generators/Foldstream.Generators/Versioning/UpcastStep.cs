namespace Foldstream.Generators;

/// <summary>A step from one version to a higher one.</summary>
/// <param name="From">The version that it takes.</param>
/// <param name="To">The version that it gives.</param>
/// <param name="Call">The method in code.</param>
/// <param name="Name">The method as messages name it, as a literal.</param>
/// <param name="Takes">The shape that it takes; null for JSON.</param>
/// <param name="Gives">The shape that it gives; null for JSON.</param>
internal sealed record UpcastStep(int From, int To, string Call, string Name, VersionShape? Takes, VersionShape? Gives)
{
    /// <summary>Those that can be taken; the rules say what is wrong with the others.</summary>
    public static EquatableArray<UpcastStep> Of(IEnumerable<Upcaster> upcasters) =>
        upcasters.Where(upcaster => upcaster is { Problem: UpcasterProblem.None, LeadsUp: true }).Select(Of).ToEquatableArray();

    private static UpcastStep Of(Upcaster upcaster) => new(
        upcaster.From,
        upcaster.To,
        $"{TypeNames.Qualified(upcaster.Method.ContainingType)}.{TypeNames.Escape(upcaster.Method.Name)}",
        GeneratedFile.Literal($"{upcaster.Method.ContainingType.Name}.{upcaster.Method.Name}"),
        upcaster.Takes is { } takes ? VersionShape.Of(takes) : null,
        upcaster.Gives is { } gives ? VersionShape.Of(gives) : null);
}
