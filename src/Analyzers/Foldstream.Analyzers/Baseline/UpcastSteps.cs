using Foldstream.Generators;

namespace Foldstream.Analyzers;

/// <summary>The ways from older versions of an event to its present one.</summary>
internal static class UpcastSteps
{
    /// <summary>The versions between which the upcasters of an event lead.</summary>
    public static IReadOnlyCollection<(int From, int To)> Of(KnownEvents events, string storedName) =>
    [
        .. events.Own.Where(type => EventShape.StoredName(type) == storedName)
            .SelectMany(UpcasterShape.Of)
            .Where(upcaster => upcaster.Problem == UpcasterProblem.None)
            .Select(upcaster => (upcaster.From, upcaster.To)),
    ];

    /// <summary>The version from which no upcaster leads on, on the way between two; null where the whole way is covered.</summary>
    public static int? FindGap(int from, int to, IReadOnlyCollection<(int From, int To)> steps)
    {
        // The farthest step first: where a chain forks, another rule speaks.
        while (from < to)
        {
            var on = steps.Where(step => step.From == from && step.To > from && step.To <= to).Select(step => step.To).DefaultIfEmpty(0).Max();
            if (on == 0)
                return from;
            from = on;
        }

        return null;
    }
}
