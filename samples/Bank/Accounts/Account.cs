using Foldstream;

namespace Bank;

/// <summary>A current account: the rules of the bank, and the state that they need.</summary>
[Aggregate(Category, Events = typeof(IAccountEvent))]
public sealed partial class Account
{
    /// <summary>The category of the accounts' streams.</summary>
    public const string Category = "account";

    /// <summary>Whether it takes movements.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How far its owner may go below zero; agreed at opening.</summary>
    public decimal OverdraftLimit { get; private set; }

    /// <summary>What it holds; below zero within the overdraft.</summary>
    public decimal Balance { get; private set; }

    /// <summary>What its owner can withdraw.</summary>
    public decimal Available => Balance + OverdraftLimit;

    /// <summary>Opens the account with its overdraft limit; 0 allows no overdraft.</summary>
    /// <exception cref="AccountAlreadyOpenException">It is open.</exception>
    public void Open(decimal overdraftLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(overdraftLimit);
        if (IsOpen)
            throw new AccountAlreadyOpenException(Id);
        Raise(new AccountOpened(overdraftLimit));
    }

    /// <summary>Takes cash in.</summary>
    /// <exception cref="RefusedException">The account is not open, or the amount is not positive.</exception>
    public void DepositCash(decimal amount)
    {
        CheckMovement(amount);
        Raise(new CashDeposited(amount));
    }

    /// <summary>Takes in what another account sent.</summary>
    /// <exception cref="RefusedException">The account is not open, or the amount is not positive.</exception>
    public void ReceiveTransfer(decimal amount, Counterparty? from = null, PaymentPurpose? purpose = null)
    {
        CheckMovement(amount);
        Raise(new TransferReceived(amount, from, purpose));
    }

    /// <summary>Pays out cash.</summary>
    /// <exception cref="RefusedException">The account is not open, the amount is not positive, or it is more than is available.</exception>
    public void WithdrawCash(decimal amount, Counterparty? payee = null, PaymentPurpose? purpose = null)
    {
        CheckWithdrawal(amount);
        Raise(new CashWithdrawn(amount, payee, purpose));
    }

    /// <summary>Sends money to another account.</summary>
    /// <exception cref="RefusedException">The account is not open, the amount is not positive, or it is more than is available.</exception>
    public void SendTransfer(decimal amount, Counterparty? to = null, PaymentPurpose? purpose = null)
    {
        CheckWithdrawal(amount);
        Raise(new TransferSent(amount, to, purpose));
    }

    /// <summary>Pays by the account's card.</summary>
    /// <exception cref="RefusedException">The account is not open, the amount is not positive, or it is more than is available.</exception>
    public void PayByCard(decimal amount, Counterparty? payee = null, PaymentPurpose? purpose = null)
    {
        CheckWithdrawal(amount);
        Raise(new CardPaymentMade(amount, payee, purpose));
    }

    /// <summary>Credits interest on the balance.</summary>
    /// <exception cref="RefusedException">The account is not open, or the amount is not positive.</exception>
    public void CreditInterest(decimal amount)
    {
        CheckMovement(amount);
        Raise(new InterestCredited(amount));
    }

    /// <summary>Charges the fee for a statement; the bank takes what it is owed whatever is available.</summary>
    /// <exception cref="RefusedException">The account is not open, or the amount is not positive.</exception>
    public void ChargeStatementFee(decimal amount)
    {
        CheckMovement(amount);
        Raise(new StatementFeeCharged(amount));
    }

    /// <summary>Charges interest on the overdraft; the bank takes what it is owed whatever is available.</summary>
    /// <exception cref="RefusedException">The account is not open, or the amount is not positive.</exception>
    public void ChargeOverdraftInterest(decimal amount)
    {
        CheckMovement(amount);
        Raise(new OverdraftInterestCharged(amount));
    }

    private void CheckMovement(decimal amount)
    {
        if (!IsOpen)
            throw new AccountNotOpenException(Id);
        if (amount <= 0)
            throw new AmountNotPositiveException(Id, amount);
    }

    private void CheckWithdrawal(decimal amount)
    {
        CheckMovement(amount);
        if (amount > Available)
            throw new OverdraftLimitExceededException(this, amount);
    }

    private void Apply(AccountOpened e)
    {
        IsOpen = true;
        OverdraftLimit = e.OverdraftLimit;
    }

    private void Apply(CashDeposited e) => Balance += e.Amount;

    private void Apply(TransferReceived e) => Balance += e.Amount;

    private void Apply(InterestCredited e) => Balance += e.Amount;

    private void Apply(CashWithdrawn e) => Balance -= e.Amount;

    private void Apply(TransferSent e) => Balance -= e.Amount;

    private void Apply(CardPaymentMade e) => Balance -= e.Amount;

    private void Apply(StatementFeeCharged e) => Balance -= e.Amount;

    private void Apply(OverdraftInterestCharged e) => Balance -= e.Amount;
}
