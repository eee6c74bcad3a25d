namespace Foldstream;

/// <summary>Makes a partial type the state of a decider: pure functions that decide events and evolve the state by them.</summary>
/// <remarks>
/// Write <c>static TState InitialState</c>, a <c>static Events Decide(TCommand command, TState state)</c> for each command and a
/// <c>static TState Evolve(TState state, TEvent e)</c> for each event; the generator adds the type <c>Events</c>, which takes these
/// events only, and the dispatch. The pattern is Jérémie Chassaing's «Functional Event Sourcing Decider».
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DeciderAttribute : Attribute
{
    /// <summary>Names the category of the decider's streams, such as <c>wallet</c>.</summary>
    public DeciderAttribute(string category) => Category = category;

    /// <summary>The category of its streams.</summary>
    public string Category { get; }

    /// <summary>A base type of all its events: each one needs an <c>Evolve</c> or <see cref="IgnoresAttribute{TEvent}"/>. The default, null, makes the functions the set.</summary>
    public Type? Events { get; set; }
}
