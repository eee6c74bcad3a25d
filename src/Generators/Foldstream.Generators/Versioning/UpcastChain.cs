namespace Foldstream.Generators;

/// <summary>All versions of one event, and the way from each to the newest.</summary>
/// <param name="Newest">The newest version.</param>
/// <param name="Older">The types of the older ones.</param>
/// <param name="Steps">One step for each version from which the newest is reached, from the lowest on.</param>
internal sealed record UpcastChain(EventVersion Newest, EquatableArray<string> Older, EquatableArray<UpcastStep> Steps)
{
    /// <summary>The chains of all events that have more than one version; the rules say what is wrong with one that is not whole.</summary>
    public static IEnumerable<UpcastChain> Of(IEnumerable<EventVersion> versions) => versions
        .GroupBy(version => version.StoredName, StringComparer.Ordinal)
        .OrderBy(versions => versions.Key, StringComparer.Ordinal)
        .Select(OfOne)
        .Where(chain => chain.Older.Count > 0 || chain.Steps.Count > 0);

    private static UpcastChain OfOne(IEnumerable<EventVersion> versions)
    {
        var ordered = versions.OrderByDescending(version => version.Number).ThenBy(version => version.FullName, StringComparer.Ordinal).ToList();
        var newest = ordered[0];
        return new UpcastChain(
            newest,
            ordered.Where(version => version.Number < newest.Number).Reverse().Select(version => version.Shape.Type).ToEquatableArray(),
            Connected(newest, ordered.SelectMany(version => version.Upcasters)).ToEquatableArray());
    }

    // From the top down, so that a step counts only where the rest of its way is known.
    private static IEnumerable<UpcastStep> Connected(EventVersion newest, IEnumerable<UpcastStep> steps)
    {
        var connected = new SortedDictionary<int, UpcastStep>();
        foreach (var candidates in steps.GroupBy(step => step.From).OrderByDescending(candidates => candidates.Key))
        {
            if (candidates.Key >= 1 && candidates.FirstOrDefault(step => Reaches(step, newest, connected)) is { } step)
                connected.Add(candidates.Key, step);
        }

        return connected.Values;
    }

    private static bool Reaches(UpcastStep step, EventVersion newest, SortedDictionary<int, UpcastStep> connected)
    {
        if (step.To == newest.Number)
            return step.Gives is null || step.Gives == newest.Shape;
        return connected.TryGetValue(step.To, out var next) && (step.Gives is null || next.Takes is null || step.Gives == next.Takes);
    }
}
