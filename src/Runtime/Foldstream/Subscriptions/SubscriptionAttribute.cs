namespace Foldstream;

/// <summary>Makes a partial class a subscriber: its <c>Handle</c> methods receive events in order, after they are stored.</summary>
/// <remarks>
/// <para><c>Task Handle(MoneyDeposited e)</c>, with an <see cref="EventContext"/> and a <see cref="CancellationToken"/> if it wants them: at least once, one after
/// the other. Use <see cref="EventContext.Id"/> as the idempotency key of what it does elsewhere.</para>
/// <para>Or a single <c>Task Handle(IReadOnlyList&lt;TypedEvent&gt; events)</c>, which receives what is there in batches; its set is then declared by <see cref="Of"/> or <see cref="Events"/>.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubscriptionAttribute : Attribute
{
    /// <summary>Names the subscription, in kebab-case: up to 40 lower-case letters, digits and hyphens, beginning with a letter.</summary>
    public SubscriptionAttribute(string name) => Name = name;

    /// <summary>The name under which its checkpoint is kept.</summary>
    public string Name { get; }

    /// <summary>An aggregate or decider, whose events are the set and whose category is read. The default is null.</summary>
    public Type? Of { get; set; }

    /// <summary>A base type of all its events: each one needs a handler or <see cref="IgnoresAttribute{TEvent}"/>. The default, null, makes the handlers the set.</summary>
    public Type? Events { get; set; }

    /// <summary>The category to read. The default, null, is that of <see cref="Of"/>, else every category.</summary>
    public string? Category { get; set; }
}
