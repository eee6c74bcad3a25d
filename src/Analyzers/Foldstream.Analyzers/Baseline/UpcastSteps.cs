using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>An upcaster, seen by the versions between which it leads.</summary>
internal readonly record struct UpcastStep(int From, int To);

/// <summary>The ways from older versions of an event to its present one.</summary>
internal static class UpcastSteps
{
    /// <summary>The upcasters of an event.</summary>
    public static IReadOnlyCollection<UpcastStep> Of(Compilation compilation, KnownEvents events, string storedName) => [];

    /// <summary>The version from which no upcaster leads on, on the way between two; null where the whole way is covered.</summary>
    public static int? FindGap(int from, int to, IReadOnlyCollection<UpcastStep> steps)
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
