namespace Foldstream;

/// <summary>Makes a partial class a projector: its <c>Project</c> methods write rows of the user's own tables in the transaction that moves the checkpoint.</summary>
/// <remarks>
/// <c>Task Project(MoneyDeposited e, NpgsqlTransaction transaction)</c>, with an <see cref="EventContext"/> and a <see cref="CancellationToken"/> if it wants them. All handlers take the same
/// type of transaction: the one that the store offers.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProjectorAttribute : Attribute
{
    /// <summary>Names the projector, in kebab-case: up to 40 lower-case letters, digits and hyphens, beginning with a letter.</summary>
    public ProjectorAttribute(string name) => Name = name;

    /// <summary>The name of the subscription that feeds it.</summary>
    public string Name { get; }

    /// <summary>An aggregate or decider, whose events are the set and whose category is read. The default is null.</summary>
    public Type? Of { get; set; }

    /// <summary>A base type of all its events. The default, null, makes the handlers the set.</summary>
    public Type? Events { get; set; }

    /// <summary>The category to read. The default, null, is that of <see cref="Of"/>, else every category.</summary>
    public string? Category { get; set; }
}
