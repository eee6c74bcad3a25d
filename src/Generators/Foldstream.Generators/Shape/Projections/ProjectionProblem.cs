using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Why a type cannot be a projection.</summary>
/// <param name="Type">What the type itself is; none where its attribute or another mark is at fault.</param>
/// <param name="Reason">What is wrong and what to do, as the second half of "X cannot be a projection: …"; empty where <paramref name="Type"/> says it.</param>
/// <param name="IsName">Whether the name is at fault.</param>
internal sealed record ProjectionProblem(TypeProblem Type, string Reason, bool IsName = false)
{
    public static ProjectionProblem? Of(INamedTypeSymbol type) => AggregateShape.FindProblem(type) switch
    {
        not TypeProblem.None and var problem => new(problem, ""),
        _ when ProjectionShape.Name(type) is null => new(TypeProblem.None, "its name has to be one of up to 40 lower-case letters, digits and hyphens, beginning with a letter", IsName: true),
        _ => FindReason(type) is { } reason ? new(TypeProblem.None, reason) : null,
    };

    private static string? FindReason(INamedTypeSymbol type)
    {
        if (type.Find(KnownTypes.AggregateAttribute) is not null || type.Find(KnownTypes.DeciderAttribute) is not null)
            return "it is an aggregate or decider as well, whose handlers would be the same; make it a class of its own";
        if (ProjectionShape.FindBaseProjection(type) is { } ancestor)
            return $"it derives from the projection '{ancestor.Name}'; let both derive from a class without [Projection]";
        if (!ProjectionShape.Handlers(type).Any())
            return "it has no handler, so that nothing would change its documents; write 'void Apply(TEvent e)'";
        return SubscriptionShape.FindWrongCategory(type.Find(KnownTypes.ProjectionAttribute)!) is { } category
            ? $"no stream has the category '{category}'; give a letter or digit, then up to 63 letters, digits, '.', '_' or '-'"
            : null;
    }
}
