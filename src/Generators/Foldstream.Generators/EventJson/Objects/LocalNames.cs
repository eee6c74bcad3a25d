namespace Foldstream.Generators;

/// <summary>Gives locals of one method names that differ from each other and from what the method uses itself.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "reader", "writer", "value", "member", "result" };

    /// <summary>The name wanted, or one that begins with it.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{wanted}{number}";
        return TypeNames.Escape(name);
    }
}
